import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/ui', import.meta.url));

/**
 * Removes what the last build left.
 *
 * Only the page's own files: the compiler puts the pure parts of `ui/` that tests import into the same folder.
 */
function removeLastBuild(): Plugin {
  return {
    name: 'remove-last-build',
    apply: 'build',
    buildStart: () => {
      rmSync(`${outDir}/assets`, { recursive: true, force: true });
      rmSync(`${outDir}/index.html`, { force: true });
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), removeLastBuild()],
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    // The content security policy allows fonts and scripts of this origin only, never `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
