/** Grey lines where a text will stand. */
export const Placeholder = ({ lines }: { readonly lines: number }) => (
  <div className="placeholder" aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} />
    ))}
  </div>
);
