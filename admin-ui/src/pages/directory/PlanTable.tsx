// What a file would do, in the file's own table: each row as it will be, each error beside its cell.
import type { ImportPlan, ImportRow } from '../../api/directory';
import { Badge } from '../../components/StateBadge';
import { fr } from '../../locales/fr';

const words = fr.directoryImport;
const tones = { create: 'good', update: 'waiting', skip: 'calm', wrong: 'bad' } as const;

function Row({ row, columns }: { row: ImportRow; columns: ImportPlan['columns'] }) {
  return (
    <tr>
      <th scope="row">{row.number}</th>
      <td>
        <Badge tone={tones[row.action]}>{words.action[row.action]}</Badge>
      </td>
      {columns.map((column, index) => {
        const errors = row.errors.filter((error) => error.column === index);
        return (
          <td key={index} className={errors.length > 0 ? 'cell-wrong' : column.means === '' ? 'quiet' : undefined}>
            {row.cells[index]}
            {errors.map((error) => (
              <span key={error.message} className="field-error cell-error">
                {error.message}
              </span>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

export function PlanTable({ plan }: { plan: ImportPlan }) {
  return (
    <div className="plan" role="region" aria-label={words.table} tabIndex={0}>
      <table>
        <caption className="sr-only">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.what}</th>
            {plan.columns.map((column, index) => (
              <th key={index} scope="col">
                {column.title}
                {column.means !== column.title && <span className="quiet plan-means">{column.means === '' ? words.unused : column.means}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <Row key={row.number} row={row} columns={plan.columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
