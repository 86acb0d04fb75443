import type { LegalDate } from '@onewindow/kernel';

/** A provision that an item rests on 设定依据, with the days between which it is in force. */
export interface LegalBasis {
  readonly law: string;
  readonly article?: string;
  readonly text?: string;
  readonly validFrom?: string;
  /** The last day on which it is in force; absent: no end is known. */
  readonly validTo?: string;
}

/** What the national exchange tables say of an item beyond what 许可法 30 asks for. */
export interface NationalFields {
  readonly bases?: readonly LegalBasis[];
  readonly localCode?: string;
  /** 行使层级 1 to 6. An item that states it is held to all rules of a full record. */
  readonly level?: string;
  readonly powerSource?: string;
  readonly agencyKind?: string;
  readonly agencyCreditCode?: string;
  readonly entrustedBy?: string;
  readonly served?: readonly string[];
  readonly onlineDepth?: string;
  readonly visits?: number;
  readonly visitReason?: string;
  readonly channels?: readonly string[];
  readonly places?: readonly object[];
  readonly fees?: readonly { readonly name: string; readonly basis: string }[];
  readonly paidOnline?: boolean;
  readonly specialProcedures?: readonly { readonly kind: string }[];
  readonly intermediaryServices?: readonly {
    readonly code: string;
    readonly name: string;
    readonly basis?: string;
    readonly paidBy?: string;
  }[];
  readonly resultType?: string;
  readonly resultSample?: string;
  readonly questions?: readonly object[];
  readonly form?: Readonly<Record<string, unknown>>;
  readonly themes?: readonly string[];
  readonly lifeEvents?: readonly string[];
  readonly keywords?: readonly string[];
}

/** What they say of a material. */
export interface NationalMaterial {
  readonly kind?: string;
  readonly format?: string;
  readonly copies?: number;
  readonly basis?: string;
  /** The shared data source that makes it unnecessary. */
  readonly sharedFrom?: string;
  readonly fillingNote?: string;
}

/** The day for which a catalogue entry is judged, and what the place wants disclosed beyond the law. */
export interface PublicationTerms {
  readonly on: LegalDate;
  readonly disclosure: readonly string[];
}
