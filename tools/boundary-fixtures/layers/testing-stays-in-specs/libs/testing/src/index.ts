export const eventually = (holds: () => boolean) => holds();
