import type { Press } from '@onewindow/documents';
import type { PlaceRules } from '@onewindow/service';
import type { PaperRegister } from './paper-register.js';

/** Where papers are made: opened and closed with the service. */
export class PaperRoom {
  constructor(
    private readonly register: PaperRegister,
    private readonly press: Press,
    private readonly place: Pick<PlaceRules, 'paperNumbers'>,
  ) {}

  /** From here on numbers are written as the place wants them. */
  open(): Promise<void> {
    return this.register.setPatterns(this.place.paperNumbers);
  }

  close(): Promise<void> {
    return this.press.close();
  }
}
