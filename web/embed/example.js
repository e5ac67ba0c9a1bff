// What a page can do with its figures.
const heard = document.getElementById('heard');
document.getElementById('tea').addEventListener('cursorchange', ({ detail }) => {
  heard.textContent = `event ${detail.cursor + 1}: ${detail.sentence}`;
});

const moved = document.getElementById('moved');
document.getElementById('back').addEventListener('click', () => {
  moved.cursor -= 1;
});
document.getElementById('on').addEventListener('click', () => {
  moved.cursor += 1;
});
