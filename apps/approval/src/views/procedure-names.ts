import type { Message } from '@onewindow/kernel';
import { SPECIAL_PROCEDURES } from '@onewindow/statutory-clock';
import {
  SPECIAL_PROCEDURE_KINDS,
  type SpecialProcedureKind,
} from '../domain/track/special-procedure-kinds.js';

/** What the law calls a special procedure (许可法 45). */
export const procedureName = (kind: SpecialProcedureKind): Message =>
  SPECIAL_PROCEDURES.find(({ procedure }) => procedure === SPECIAL_PROCEDURE_KINDS[kind])?.name ?? {
    zh: kind,
    en: kind,
  };
