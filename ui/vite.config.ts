import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { holdBudgets } from './hold-budgets.ts';
import { openShellChunk } from './shell-chunk.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), holdBudgets()],
  build: {
    // Not `dist/ui`: the compiler puts the pure parts of `ui/` that tests import there.
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows fonts and scripts of this origin only, never `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: openShellChunk(), debugName: 'shell' }] } } },
  },
});
