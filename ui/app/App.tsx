import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Language } from '../../engine/model/language.ts';
import type { Client } from '../api/client.ts';
import { ClientProvider } from '../api/ClientProvider.tsx';
import { NowProvider } from '../components/NowProvider.tsx';
import { type Spoken, TextsProvider } from '../texts/TextsProvider.tsx';
import { cssVariablesResolver, theme } from '../theme/mantine-theme.ts';
import { Crash } from './Crash.tsx';
import { Gate } from './Gate.tsx';
import { SessionProvider } from './SessionProvider.tsx';
import type { SessionStore } from './session-store.ts';

/** What is made once, before anything is drawn. */
export interface AppProps {
  readonly client: Client;
  readonly queries: QueryClient;
  readonly sessions: SessionStore;
  readonly nonce: string | undefined;
  readonly spoken: Spoken;
  readonly onLanguage: (language: Language) => void;
}

const colorSchemes = localStorageColorSchemeManager({ key: 'gf-colours' });

/** The whole page: everything that all of it needs, around the gate that asks who is there. */
export function App({ client, queries, sessions, nonce, spoken, onLanguage }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
    >
      <TextsProvider first={spoken} onChange={onLanguage}>
        <Crash>
          <ClientProvider client={client}>
            <QueryClientProvider client={queries}>
              <SessionProvider store={sessions}>
                <NowProvider clock={client.clock}>
                  <Gate />
                </NowProvider>
              </SessionProvider>
            </QueryClientProvider>
          </ClientProvider>
        </Crash>
      </TextsProvider>
    </MantineProvider>
  );
}
