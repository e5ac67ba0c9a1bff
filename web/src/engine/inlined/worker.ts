/** The worker's address where its script is one of the page's own. */
const script = document.querySelector('#engine')?.textContent ?? '';

export default URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
