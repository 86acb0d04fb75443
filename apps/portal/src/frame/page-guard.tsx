import { Component, type ReactNode } from 'react';
import { BrokenPage } from './broken-page.js';

interface Props {
  readonly children: ReactNode;
}

/** Keeps header and footer usable when a page breaks. React knows such a boundary only as a class. */
export class PageGuard extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
