import { useEffect, useRef } from 'react';
import type { VerifyLicenceReply } from '../api/replies.js';
import { dateText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Facts, type Fact } from '../notices/facts.js';

/** What the public may see of a licence; the focus comes here, because this is what was waited for. */
export function LicenceResult({ licence }: { readonly licence: VerifyLicenceReply }) {
  const { language, words } = useLanguage();
  const { verification } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [licence]);
  const facts: readonly Fact[] = [
    [verification.number, <code key="number">{licence.licenceNumber}</code>],
    [verification.name, <Original key="name">{licence.name}</Original>],
    [verification.holder, <Original key="holder">{licence.holder}</Original>],
    [verification.issuedBy, <Original key="by">{licence.issuedBy}</Original>],
    [verification.validFrom, dateText(licence.validFrom, language)],
    [
      verification.validUntil,
      licence.validUntil === undefined
        ? verification.withoutEnd
        : dateText(licence.validUntil, language),
    ],
  ];
  return (
    <section className={`sheet verdict verdict-${licence.status}`} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        <span className="verdict-sign" aria-hidden="true">
          {licence.status === 'valid' ? '✓' : '!'}
        </span>
        {verification.statuses[licence.status]}
      </h2>
      <p>{verification.statusTexts[licence.status]}</p>
      <Facts facts={facts} />
      <p className="hint">{verification.caution}</p>
    </section>
  );
}
