/** Words of the page of oneself. */
export const me = {
  title: 'My mails',
  lead: 'Everything is told in the product in any case. Here you say what comes by mail, too.',
  failed: 'Your choice could not be loaded.',
  mails: 'Mails',
  goesTo: (address: string) => `They go to ${address}.`,
  noAddress: 'No address is kept for you, so you get none. An administrator can add one.',
  noServer: 'This plant sends no mails yet; your choice holds once it does.',
  immediate: 'At once',
  immediateText: 'What asks you to act: tasks, reminders, what is overdue or escalated to you, incidents.',
  digest: 'Once a day',
  digestText: (time: string) => `What is only to be known, in one mail at ${time}.`,
  stored: 'It is stored.',
  notStored: 'Your choice could not be stored. Try again.',
};
