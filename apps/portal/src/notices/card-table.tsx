import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  /** It stands on a sheet already. */
  readonly isOnSheet?: boolean;
  /** The rows; each cell names its column in `data-label`. */
  readonly children: ReactNode;
}

/** A table whose rows become cards where there is no room for columns. */
export const CardTable = ({ title, columns, isOnSheet = false, children }: Props) => (
  <table className={isOnSheet ? 'cards' : 'cards sheet'}>
    <caption className="unseen">{title}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
