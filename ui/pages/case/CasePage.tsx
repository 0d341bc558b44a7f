export function CasePage(_props: {readonly id: string}) { return null; }
