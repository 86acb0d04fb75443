/** A document as plain values: what it says, not how it is set. Any text may come from an applicant. */
export interface OfficialDocument {
  readonly title: string;
  /** The number of the document 文号, printed under the title. */
  readonly number?: string;
  /** Printed under the title: the edition, or whom it is addressed to. */
  readonly subtitle?: string;
  /** Who answers for it; also the author in the metadata. */
  readonly issuer: string;
  /** BCP 47; a screen reader speaks it. */
  readonly language: 'zh-CN';
  /** ISO 8601. The only time in the file: the same document at the same time is the same bytes. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
  /** Stands on every page, beside the page's number. */
  readonly footer: string;
  /** A QR code at the end, and what it leads to in words. */
  readonly qr?: { readonly address: string; readonly captions: readonly string[] };
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly indented?: true }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: true }
  /** Label and value, line by line. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      /** Widths are shares of the page's width. */
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'note'; readonly text: string }
  /** Who signs, when, and how the seal is checked 落款. */
  | {
      readonly kind: 'seal';
      readonly agency: string;
      readonly date: string;
      readonly captions: readonly string[];
    };
