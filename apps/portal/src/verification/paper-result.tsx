import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { VerifyPaperReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { Facts, type Fact } from '../notices/facts.js';
import { ComparedFile } from './compared-file.js';
import { usePaperWords } from './paper-words.js';
import { paperAddress } from './printed-link.js';

interface Props {
  readonly paper: VerifyPaperReply;
  readonly code: string;
}

/** How the signs of the licences look. */
const LOOKS: Readonly<Record<VerifyPaperReply['standing'], string>> = {
  genuine: 'valid',
  replaced: 'expired',
  withdrawn: 'annulled',
};

/** What anybody who holds a paper may know of it; the focus comes here, because this is what was waited for. */
export function PaperResult({ paper, code }: Props) {
  const { language } = useLanguage();
  const words = usePaperWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [paper]);
  const { number, reference, title, issuedBy, issuedAt, standing, digest, seal } = paper;
  const facts: readonly Fact[] = [
    [words.name, <Original key="name">{title}</Original>],
    [words.officialNumber, <Original key="number">{number}</Original>],
    ...(reference === number ? [] : [[words.reference, reference] as const]),
    [words.issuedBy, <Original key="by">{issuedBy}</Original>],
    [words.issuedAt, instantText(issuedAt, language)],
    ...other(words.replacedBy, paper.replacedBy),
    ...other(words.corrects, paper.corrects),
  ];
  return (
    <section className={`sheet verdict verdict-${LOOKS[standing]}`} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        <span className="verdict-sign" aria-hidden="true">
          {standing === 'genuine' ? '✓' : '!'}
        </span>
        {words.standings[standing]}
      </h2>
      <p>{words.standingTexts[standing]}</p>
      <Facts facts={facts} />
      <p>
        <a
          className="action"
          href={`/api/papers/${encodeURIComponent(reference)}/pdf?code=${encodeURIComponent(code)}`}
        >
          {words.original}
        </a>
      </p>
      <ComparedFile digest={digest} />
      <details>
        <summary>{words.technical}</summary>
        <Facts
          facts={[
            [words.digest, <code key="digest">{digest}</code>],
            ...(seal === undefined ? [] : factsOfSeal(seal, words, language)),
          ]}
        />
      </details>
      <p className="hint">{words.caution}</p>
    </section>
  );
}

/** Another paper has a code of its own, which whoever holds it enters. */
const other = (name: string, number: string | undefined): readonly Fact[] =>
  number === undefined
    ? []
    : [
        [
          name,
          <Link key="other" to={paperAddress(number)}>
            <Original>{number}</Original>
          </Link>,
        ],
      ];

/** Whoever has the PDF checks the seal with these alone, without this page. */
const factsOfSeal = (
  { algorithm, sealedAt, signedText, signature, publicKey }: NonNullable<VerifyPaperReply['seal']>,
  words: ReturnType<typeof usePaperWords>,
  language: ReturnType<typeof useLanguage>['language'],
): readonly Fact[] => [
  [words.sealedAt, `${instantText(sealedAt, language)} · ${words.seal(algorithm)}`],
  [words.signedText, <code key="text">{signedText}</code>],
  [words.signature, <code key="signature">{signature}</code>],
  ...(publicKey === undefined
    ? []
    : [[words.publicKey, <code key="key">{publicKey}</code>] as const]),
];
