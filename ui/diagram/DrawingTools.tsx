import {
  IconArrowsMaximize,
  IconFocusCentered,
  IconMaximize,
  IconMinimize,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import type { CanvasHandle } from './Canvas.tsx';
import styles from './WayThrough.module.css';

/** The drawing on the whole screen, and back. */
export interface FullScreen {
  readonly on: boolean;
  readonly toggle: () => void;
}

/** What the tools work on. */
export interface DrawingToolsProps {
  readonly canvas: { readonly current: CanvasHandle | null };
  /** True where all of the drawing can be seen readably at once. */
  readonly fits: boolean;
  readonly full: FullScreen;
}

/** What can be done with a drawing. One that does not fit says so by a button with words: there is more to see. */
export function DrawingTools({ canvas, fits, full }: DrawingToolsProps) {
  const { cases } = useTexts();
  return (
    <div className={styles.tools}>
      {fits ? (
        <IconButton
          label={cases.zoomFit}
          icon={<IconFocusCentered size={19} aria-hidden />}
          onClick={() => canvas.current?.showWhole()}
        />
      ) : (
        <WholeOrPart canvas={canvas} />
      )}
      <IconButton
        label={cases.zoomOut}
        icon={<IconZoomOut size={19} aria-hidden />}
        onClick={() => canvas.current?.zoom(0.8)}
      />
      <IconButton
        label={cases.zoomIn}
        icon={<IconZoomIn size={19} aria-hidden />}
        onClick={() => canvas.current?.zoom(1.25)}
      />
      {document.fullscreenEnabled && (
        <IconButton
          label={full.on ? cases.leaveFullScreen : cases.fullScreen}
          icon={full.on ? <IconMinimize size={19} aria-hidden /> : <IconMaximize size={19} aria-hidden />}
          onClick={full.toggle}
        />
      )}
    </div>
  );
}

/** All of it small, or the part where the case stands: one press each way. */
function WholeOrPart({ canvas }: Pick<DrawingToolsProps, 'canvas'>) {
  const { cases } = useTexts();
  const [whole, setWhole] = useState(false);
  const handlePress = () => {
    if (whole) canvas.current?.showActive();
    else canvas.current?.showWhole();
    setWhole(!whole);
  };
  return (
    <Button
      kind="soft"
      size="toolbar"
      icon={whole ? <IconFocusCentered size={17} aria-hidden /> : <IconArrowsMaximize size={17} aria-hidden />}
      onClick={handlePress}
    >
      {whole ? cases.zoomActive : cases.zoomFit}
    </Button>
  );
}
