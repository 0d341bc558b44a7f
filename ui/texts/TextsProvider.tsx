import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../engine/model/language.ts';
import { langTag } from './choose-language.ts';
import { type Format, openFormat } from './format.ts';
import { loadTexts } from './load-texts.ts';
import type { Texts } from './texts.ts';

/** A language with its words. */
export interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

interface Choice extends Spoken {
  readonly choose: (language: Language) => Promise<void>;
}

const TextsContext = createContext<Choice | null>(null);
const ZoneContext = createContext('UTC');

/** The words to begin with, and who is told of others. */
export interface TextsProviderProps {
  readonly first: Spoken;
  /** Told when another language was chosen, before the page speaks it. */
  readonly onChange: (language: Language) => void;
  readonly children: ReactNode;
}

/** Speaks one language to all below, and lets it be changed without losing what is on the page. */
export function TextsProvider({ first, onChange, children }: TextsProviderProps) {
  const [spoken, setSpoken] = useState(first);

  useEffect(() => {
    document.documentElement.lang = langTag(spoken.language);
  }, [spoken.language]);

  const choice = useMemo<Choice>(
    () => ({
      ...spoken,
      choose: async (language) => {
        const texts = await loadTexts(language);
        onChange(language);
        setSpoken({ language, texts });
      },
    }),
    [spoken, onChange],
  );
  return <TextsContext value={choice}>{children}</TextsContext>;
}

/** Sets the time zone in which all below tell the time: the plant's, wherever the reader sits. */
export function ZoneProvider({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

/** The words of the reader's language: `const { inbox } = useTexts()`. */
export function useTexts(): Texts {
  return useSpoken().texts;
}

/** The language, and how to change it. */
export function useLanguage(): Pick<Choice, 'language' | 'choose'> {
  return useSpoken();
}

/** Numbers, dates and times as the reader writes them, in the plant's zone. */
export function useFormat(): Format {
  const { language } = useSpoken();
  const zone = useContext(ZoneContext);
  return useMemo(() => openFormat(language, zone), [language, zone]);
}

function useSpoken(): Choice {
  const choice = useContext(TextsContext);
  if (!choice) throw new Error('Texts are used outside TextsProvider.');
  return choice;
}
