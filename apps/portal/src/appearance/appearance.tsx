import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { rememberAppearance, rememberedAppearance, showIn } from './remembered-appearance.js';
import type { Appearance } from './theme.js';

interface AppearanceChoice {
  readonly appearance: Appearance;
  readonly choose: (appearance: Appearance) => void;
}

const Context = createContext<AppearanceChoice | undefined>(undefined);

export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState(rememberedAppearance);
  const choose = useCallback((chosen: Appearance) => {
    rememberAppearance(chosen);
    setAppearance(chosen);
  }, []);
  useLayoutEffect(() => showIn(appearance), [appearance]);
  const choice = useMemo(() => ({ appearance, choose }), [appearance, choose]);
  return <Context value={choice}>{children}</Context>;
}

export function useAppearance(): AppearanceChoice {
  const choice = useContext(Context);
  if (choice === undefined)
    throw new TypeError('useAppearance needs an AppearanceProvider above it');
  return choice;
}
