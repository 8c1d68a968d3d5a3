// Words of the formatted text and its buttons.
export const rich = {
  toolbarOf: (label: string) => `Mise en forme : ${label}`,
  italic: 'Italique',
  smallHeading: 'Petit sous-titre',
  numbers: 'Liste numérotée',
  table: 'Insérer un tableau',
  addRow: 'Ajouter une ligne',
  addColumn: 'Ajouter une colonne',
  removeRow: 'Retirer la ligne',
  removeColumn: 'Retirer la colonne',
  removeTable: 'Retirer le tableau',
  undo: 'Annuler la dernière frappe',
  redo: 'Rétablir',
  signsKept:
    'Ce texte contient une mise en forme que l’éditeur ne connaît pas. Il est montré avec ses signes, pour que rien ne se perde. Une ligne vide sépare deux paragraphes.',
} as const;
