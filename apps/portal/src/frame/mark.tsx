/** The sign of the platform: a window, one pane of it lit. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M5 6h22v20H5z" fill="none" stroke="currentColor" strokeWidth="2.4" />
    <path d="M16 6v20" stroke="currentColor" strokeWidth="2.4" />
    <path className="mark-light" d="M17.2 16h9.8" strokeWidth="2.4" />
  </svg>
);
