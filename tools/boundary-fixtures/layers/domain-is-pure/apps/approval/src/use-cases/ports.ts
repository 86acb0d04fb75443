export interface Cases {
  open(): string;
}
