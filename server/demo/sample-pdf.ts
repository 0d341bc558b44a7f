/**
 * A one-page PDF that says its name: what the demo plant's people attached.
 *
 * Written by hand as ISO 32000-1 describes it (7.5): header, four objects, cross-reference table, trailer.
 */
export function samplePdf(title: string): Buffer {
  const shown = title.replace(/[()\\]/g, ' ').replace(/[^\x20-\x7e]/g, '?');
  const text = `BT /F1 18 Tf 72 760 Td (${shown}) Tj 0 -28 Td /F1 11 Tf (A sample file of the demo plant.) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = body.length;
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    'latin1',
  );
}
