export const today = () => new Date();
export const now = () => Date.now();
