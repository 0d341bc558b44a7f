import { useRecord } from '../use-records.ts';

/** A record by its name and its id; by its id alone until the name is there. */
export function RecordName({ register, id }: { readonly register: string; readonly id: string }) {
  const { data } = useRecord(register, id);
  return (
    <>
      {data && `${data.name} `}
      <span className="gf-code">{id}</span>
    </>
  );
}
