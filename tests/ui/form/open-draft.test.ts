import { expect } from 'chai';
import { openDraft } from '../../../ui/form/open-draft.ts';

const NONE = { answers: null, outcome: null, rev: 0, savedAt: null };
const KEPT = { answers: { comment: 'kept' }, outcome: null, rev: 3, savedAt: '2026-11-23T09:00:00Z' };

describe('what a form opens with', () => {
  it('[DF2] the draft of the server, where this tab holds nothing else', () => {
    expect(openDraft(NONE, null)).to.include({ answers: null, isUnsent: false, other: null });
    expect(openDraft(KEPT, null).answers).to.deep.equal({ comment: 'kept' });
  });

  it('[DF2] words of this tab that rest on the draft go on from it', () => {
    const opened = openDraft(KEPT, { answers: { comment: 'kept, and more' }, rev: 3 });
    expect(opened).to.deep.include({ answers: { comment: 'kept, and more' }, rev: 3, isUnsent: true, other: null });
  });

  it('[DF2] last words that did arrive are no other draft', () => {
    expect(openDraft(KEPT, { answers: { comment: 'kept' }, rev: 2 })).to.include({ isUnsent: false, other: null });
  });

  it('[DF2] where both were changed, this tab’s words stay and the other draft is offered', () => {
    const opened = openDraft(KEPT, { answers: { comment: 'mine' }, rev: 2 });
    expect(opened).to.deep.include({ answers: { comment: 'mine' }, isUnsent: true, other: KEPT });
  });
});
