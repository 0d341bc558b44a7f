import { createContext, type ReactNode, useContext } from 'react';
import type { Client } from './client.ts';

const ClientContext = createContext<Client | null>(null);

/** Hands the one client to all below. */
export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The door to the server. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('The client is used outside ClientProvider.');
  return client;
}
