import type { AnswerPath } from './put-answer.ts';
import { Field } from './Field.tsx';
import styles from './LayoutBlocks.module.css';
import type { LayoutBlock } from './plan-layout.ts';
import type { ShownField } from './resolve-fields.ts';

/** The sections of a form, each with its fields. */
export function LayoutBlocks({ blocks }: { readonly blocks: readonly LayoutBlock[] }) {
  return blocks.map((block) => (
    <section key={block.title ?? ''} className={styles.block} aria-label={block.title ?? undefined}>
      {(block.title !== null || block.help !== null) && (
        <div className={styles.head}>
          {block.title !== null && <h2>{block.title}</h2>}
          {block.help !== null && <p className={styles.help}>{block.help}</p>}
        </div>
      )}
      <FieldGrid fields={block.fields} within={[]} />
    </section>
  ));
}

/** Fields in one column, or in two where there is room. */
export function FieldGrid({ fields, within }: { readonly fields: readonly ShownField[]; readonly within: AnswerPath }) {
  return (
    <div className={styles.grid}>
      {fields.map((field) => (
        <Field key={field.name} field={field} within={within} />
      ))}
    </div>
  );
}
