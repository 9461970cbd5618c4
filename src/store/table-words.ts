/** What engines write differently where tables are made. Everything else of a CREATE TABLE is the same on all. */
export interface TableWords {
  /** Type of a column of text that is compared and sorted byte by byte. */
  readonly text: string;
  /** Type and constraint of a key that the engine counts up. */
  readonly key: string;
  /** The same, where a number is never given twice. */
  readonly serial: string;
  /** Type of a column that holds such a key of another table. */
  readonly reference: string;
  /** What follows the columns of a table, and of one that is only looked up by its primary key. */
  readonly table: string;
  readonly lookup: string;
  /** The statements that make the full-text index over records. */
  readonly search: readonly string[];
}
