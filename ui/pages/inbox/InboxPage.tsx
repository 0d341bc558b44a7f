export function InboxPage(_props: {readonly box: string}) { return null; }
