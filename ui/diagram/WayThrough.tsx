import { IconListDetails, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { DiagramView } from '../../server/services/views/instance-view.ts';
import { classNames } from '../components/class-names.ts';
import { Delayed } from '../components/Delayed.tsx';
import { Message } from '../components/Message.tsx';
import { Segmented } from '../components/Segmented.tsx';
import { useMatchMedia } from '../components/use-match-media.ts';
import { useTexts } from '../texts/TextsProvider.tsx';
import type { CanvasHandle } from './Canvas.tsx';
import { DrawingTools, type FullScreen } from './DrawingTools.tsx';
import { StepList } from './StepList.tsx';
import styles from './WayThrough.module.css';

const Canvas = lazy(async () => ({ default: (await import('./Canvas.tsx')).Canvas }));

/** The way of a case through its workflow: a picture and the same as a list. Phones get the list only. */
export function WayThrough({ diagram }: { readonly diagram: DiagramView }) {
  const { cases, parts } = useTexts();
  const card = useRef<HTMLElement>(null);
  const canvas = useRef<CanvasHandle>(null);
  const roomy = useMatchMedia('(min-width: 900px)');
  const [view, setView] = useState<'picture' | 'steps'>('picture');
  const [failed, setFailed] = useState(false);
  const [fits, setFits] = useState(true);
  const full = useFullScreen(card);
  const picture = roomy && view === 'picture';

  return (
    <section ref={card} className={classNames(styles.card, full.on && styles.full)} aria-labelledby="way-through">
      <div className={styles.head}>
        <h2 id="way-through">{cases.wayThrough}</h2>
        {picture && <Legend />}
        {roomy && (
          <Segmented
            label={cases.viewAs}
            value={view}
            onChange={setView}
            options={[
              { value: 'picture', label: cases.picture, icon: <IconPhoto size={17} aria-hidden /> },
              { value: 'steps', label: cases.steps, icon: <IconListDetails size={17} aria-hidden /> },
            ]}
          />
        )}
        {picture && !failed && <DrawingTools {...{ canvas, fits, full }} />}
      </div>
      {picture && failed && (
        <div className={styles.failed}>
          <Message tone="warn" act={{ label: cases.steps, onPress: () => setView('steps') }}>
            {cases.pictureFailed}
          </Message>
        </div>
      )}
      {picture && (
        <div className="gf-paper-only">
          <StepList steps={diagram.steps} short={false} />
        </div>
      )}
      {picture && !failed && (
        <Suspense fallback={<Waiting label={parts.loading} />}>
          <Canvas
            ref={canvas}
            xml={diagram.xml}
            marks={diagram}
            now={cases.now}
            label={cases.pictureLabel}
            full={full.on}
            onDrawn={setFits}
            onFailed={() => setFailed(true)}
          />
        </Suspense>
      )}
      {!picture && <StepList steps={diagram.steps} short={!roomy} />}
    </section>
  );
}

/** About the height that the drawing will take, so that little below it jumps. */
function Waiting({ label }: { readonly label: string }) {
  return (
    <div className={styles.waiting}>
      <Delayed label={label}>{null}</Delayed>
    </div>
  );
}

/** What the looks of the drawing mean. Not read aloud: the list of steps says it in words. */
function Legend() {
  const { cases } = useTexts();
  return (
    <ul className={styles.legend} aria-hidden>
      <li className={styles.done}>{cases.stepDone}</li>
      <li className={styles.now}>{cases.stepNow}</li>
      <li className={styles.toCome}>{cases.stepToCome}</li>
      <li className={styles.notNeeded}>{cases.stepNotNeeded}</li>
    </ul>
  );
}

/** The card on the whole screen, and back. Escape is the browser's own way back, so its event is what counts. */
function useFullScreen(card: { readonly current: HTMLElement | null }): FullScreen {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const onChange = () => setOn(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const toggle = () => {
    const moved = on ? document.exitFullscreen() : card.current?.requestFullscreen();
    // Where the browser refuses, the card simply stays as it is.
    moved?.catch(() => undefined);
  };
  return { on, toggle };
}
