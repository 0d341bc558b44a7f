/** Words of the conversation of a case, of files that people add to it, and of drafts. */
export const talk = {
  // The conversation.
  title: 'Conversation',
  none: 'Nobody has said anything yet.',
  failed: 'The conversation could not be loaded.',
  write: 'Write a comment',
  mentionHint: 'Type @ to mention somebody who sees this case.',
  people: 'People you can mention',
  send: 'Send',
  sendFailed: 'Your comment was not sent. It is still here.',
  mentions: 'mentions',
  // Files and pictures.
  files: 'Added files and pictures',
  noFiles: 'Nothing has been added outside the forms.',
  filesFailed: 'The files could not be loaded.',
  addFile: 'Add a file',
  takePhoto: 'Take a photo',
  sending: 'Is being sent…',
  addFailed: 'The file was not added.',
  tooLarge: (most: string) => `The file is larger than ${most}. Make it smaller and try again.`,
  // Drafts.
  saved: (time: string) => `Draft saved ${time}`,
  saving: 'Draft is being saved…',
  unsaved: 'Draft kept on this device, not yet on the server',
  changed: (time: string) => `Changed in another tab at ${time}. What is here is not saved yet.`,
  changedGone: 'The draft was removed in another tab. What is here is not saved.',
  loadOther: 'Load it',
  keepMine: 'Keep what is here',
};
