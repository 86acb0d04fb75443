import { useLanguage } from '../../language/language.js';
import { useDeskWords } from '../desk-words.js';

interface Props {
  /** What sending the form does. */
  readonly submit: string;
  readonly isPending: boolean;
  /** There is nothing to send. */
  readonly isIdle?: boolean;
  readonly onCancel: () => void;
}

/** At the end of a form: sends it once, or closes it. */
export function FormButtons({ submit, isPending, isIdle = false, onCancel }: Props) {
  const { words } = useLanguage();
  const desk = useDeskWords();
  return (
    <div className="act-buttons">
      <button type="submit" className="action" disabled={isPending || isIdle}>
        {isPending ? desk.submitting : submit}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {desk.cancel}
      </button>
      {isPending && (
        <span className="unseen" role="status">
          {words.loading}
        </span>
      )}
    </div>
  );
}
