import { maskPersonName, maskPhone } from '@onewindow/identifiers';
import type { Contact } from '../domain/agency.js';

/** How to reach somebody is for those who have to do with the matter. */
export const shownContact = ({ name, phone }: Contact, complete: boolean): Contact =>
  complete ? { name, phone } : { name: maskPersonName(name), phone: maskPhone(phone) };
