export function StartPage(_props: object) { return null; }
