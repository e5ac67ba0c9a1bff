/** A script that Vite builds by itself, and its address. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
