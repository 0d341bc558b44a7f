import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/mantine.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import type { SessionView } from '../server/services/views/session-view.ts';
import { openClient } from './api/client.ts';
import { openQueryClient } from './api/query-client.ts';
import { openServerClock } from './api/server-clock.ts';
import { App } from './app/App.tsx';
import { recall, remember } from './app/device-memory.ts';
import { openSessionStore } from './app/session-store.ts';
import { chooseLanguage } from './texts/choose-language.ts';
import { loadTexts } from './texts/load-texts.ts';
import { readStyleNonce, shareStyleNonce } from './theme/style-nonce.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const nonce = readStyleNonce();
shareStyleNonce(nonce);

let language = chooseLanguage(recall('language'), navigator.languages);
const sessions = openSessionStore();
const queries = openQueryClient();
const client = openClient({
  clock: openServerClock(Date.now),
  language: () => language,
  csrfToken: () => sessions.current().session?.csrfToken ?? null,
  onSessionLost: sessions.lose,
});

const texts = await loadTexts(language);
createRoot(root).render(
  <StrictMode>
    <App
      {...{ client, queries, sessions, nonce }}
      spoken={{ language, texts }}
      onLanguage={(chosen) => {
        language = chosen;
        remember('language', chosen);
        void queries.invalidateQueries();
        // A person's role and department are told in the language of the page too; if that fails, the old words stay.
        if (sessions.current().session) client.get<SessionView>('/api/session').then(sessions.set, () => undefined);
      }}
    />
  </StrictMode>,
);
