/** A component of Ant Design by its name: `Button`, `Input.Search`. */
export type Specimen = string;

/** Every component of Ant Design that the pages use, with what it needs to be rendered once. */
export const ANTD_SPECIMENS: readonly (readonly [Specimen, object])[] = [
  ['Button', {}],
  ['Input', {}],
  ['Input.Password', {}],
];
