import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { AppearanceProvider } from './appearance/appearance.js';
import { isWorthRepeating } from './api/patience.js';
import { Announcer } from './frame/announcer.js';
import { Frame } from './frame/frame.js';
import { LanguageProvider } from './language/language.js';
import { Pages } from './pages.js';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRepeating, staleTime: 30_000 } },
});

/** The pages with everything that they have in common around them. */
export const Portal = () => (
  <LanguageProvider>
    <AppearanceProvider>
      <QueryClientProvider client={queries}>
        <Announcer>
          <BrowserRouter>
            <Frame>
              <Pages />
            </Frame>
          </BrowserRouter>
        </Announcer>
      </QueryClientProvider>
    </AppearanceProvider>
  </LanguageProvider>
);
