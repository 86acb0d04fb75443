export class Registrar {
  readonly parts: readonly string[];

  constructor(a: string, b: string, c: string, d: string, e: string, f: string) {
    this.parts = [a, b, c, d, e, f];
  }
}
