import { expect } from 'chai';
import { placeFirst, placeWhole, windowHeight } from '../../../ui/diagram/place-drawing.ts';

const WINDOW = { width: 1000, height: 400 };

describe('placing a drawing', () => {
  it('shows all of it in the middle, with the corner below free', () => {
    // given
    const drawing = { x: 100, y: 50, width: 900, height: 300 };

    // when
    const shown = placeWhole({ drawing, window: WINDOW });

    // then
    const scale = WINDOW.width / shown.width;
    expect(shown.x).to.be.below(drawing.x);
    expect(shown.x + shown.width).to.be.above(drawing.x + drawing.width);
    expect((shown.y + shown.height - drawing.y - drawing.height) * scale).to.be.at.least(43.9);
  });

  it('never enlarges a small drawing beyond what looks calm', () => {
    const shown = placeWhole({ drawing: { x: 0, y: 0, width: 100, height: 40 }, window: WINDOW });
    expect(WINDOW.width / shown.width).to.be.at.most(1.16);
  });

  it('shows the active part readably where the whole could not be read', () => {
    // given
    const drawing = { x: 0, y: 0, width: 6000, height: 900 };
    const focus = { x: 3000, y: 400, width: 100, height: 60 };

    // when
    const shown = placeFirst({ drawing, window: WINDOW, focus });

    // then
    expect(WINDOW.width / shown.width).to.equal(0.8);
    expect(shown.x + shown.width / 2).to.be.closeTo(3050, 1);
  });

  it('does not run past the edge for an active part that stands there', () => {
    const drawing = { x: 0, y: 0, width: 6000, height: 900 };
    const shown = placeFirst({ drawing, window: WINDOW, focus: { x: 0, y: 400, width: 100, height: 60 } });
    expect(shown.x).to.equal(-24);
  });

  it('gives every drawing a window between a slit and a screen', () => {
    expect(windowHeight({ x: 0, y: 0, width: 900, height: 20 }, 1000)).to.equal(220);
    expect(windowHeight({ x: 0, y: 0, width: 900, height: 2000 }, 1000)).to.equal(500);
    expect(windowHeight({ x: 0, y: 0, width: 900, height: 320 }, 1000)).to.be.within(380, 420);
  });
});
