/** The address of a module, as bundlers give it that copy such files. */
declare const address: string;
export default address;
