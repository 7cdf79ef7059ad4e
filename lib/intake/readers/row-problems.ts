/**
 * Every way in which a file or a row of it can be refused, with its English reason. The placeholders are those of the
 * message catalogue, so that a translation takes the same `params`.
 */
export const BAD_ROW_REASONS = {
  // The whole file: nothing after this line was read.
  file_empty: 'The file is empty',
  file_not_text: 'The file is not text ({kind}); give the CSV or XML file itself, plain or gzip-compressed',
  file_too_large: 'The file is larger than {limit} bytes once unpacked',
  gzip_truncated: 'The gzip file is cut off: its end is missing',
  gzip_corrupt: 'The gzip file is damaged and cannot be unpacked further',
  missing_columns: 'The file lacks these columns: {columns}',
  duplicate_columns: 'The header names these columns more than once: {columns}',
  header_unreadable: 'The header line cannot be read: {problem}',
  zone_required: 'The times have no UTC offset; say in which time zone they are (--zone)',
  zone_unknown: '"{zone}" is not a known time zone',
  option_invalid: 'The option {option} is not usable: {value}',
  xml_malformed: 'The XML is malformed: {problem}',
  xml_doctype_refused: 'The XML has a DOCTYPE; documents that declare entities are not accepted',
  xml_encoding: 'The XML says that it is written in {encoding}; UTF-8, UTF-16 and ISO-8859-1 are accepted',
  xml_too_large: 'The XML has a single tag, text or comment of more than {limit} characters',
  xml_too_deep: 'The XML is nested more than {limit} levels deep',
  not_green_button: 'The XML is not a Green Button feed (an Atom feed with ESPI resources)',
  feed_out_of_order: 'More than {limit} readings or entries came before the entries that describe them',
  // One row.
  not_utf8: 'The text is not valid UTF-8',
  line_too_long: 'The line is longer than {limit} bytes',
  quoting_broken: 'The quotation marks do not match',
  field_count: 'The row has {found} fields, the header has {expected}',
  time_missing: '{column} is empty',
  time_unreadable: '{column} is not a time: "{value}" (expected 2026-03-29 01:00:00+00:00)',
  date_order_unknown: '{column} can be read day first and month first: "{value}" (--date-order says which)',
  time_without_offset: '{column} has no UTC offset although earlier rows have one: "{value}"',
  year_implausible: '{column} has an implausible year: "{value}"',
  year_short: '{column} has a year before 100: "{value}" (--repair-years takes it as 2000 and more)',
  time_in_future: '{column} lies in the future: "{value}"',
  local_time_missing: '{column} does not exist in {zone}: the clocks skip "{value}"',
  duplicate_start: 'The start "{value}" was read before, in line {firstLine}',
  overlap: 'The interval from "{value}" overlaps the one of line {firstLine}',
  covered: 'The interval from "{value}" was read before, or overlaps one that was',
  duration_missing: 'The reading does not say how long it lasts',
  value_missing: '{column} is empty',
  value_unreadable: '{column} is not a number: "{value}"',
  value_negative: '{column} is negative: "{value}"',
  value_too_large: '{column} is too large: "{value}"',
  cost_precision: '{column} is finer than the smallest unit of the currency: "{value}"',
  id_missing: '{column} is empty',
  id_invalid: '{column} is longer than {limit} characters or holds control characters',
  duplicate_id: '{column} "{value}" was read before, in line {firstLine}',
  register_backwards: 'The new reading {new} is lower than the old one {old}: the meter was replaced or rolled over',
  rollover_implausible: 'From {old} to {new} is no plausible roll-over of a register of {digits} digits',
  ended_before_created: 'The session ends ("{ended}") before it starts ("{created}")',
  reading_type_unknown: 'No ReadingType of the feed describes this reading',
  service_unknown: 'The feed does not say whether this is electricity, gas or water',
  unit_unsupported: 'Readings in the unit with ESPI code {uom} are not accepted',
  unit_mismatch: 'The unit {unit} does not fit {utility}',
  not_consumption: 'The reading is of what was fed in or of a balance ({direction}), not of use',
} as const

export type BadRowCode = keyof typeof BAD_ROW_REASONS

/** What the reader found worth saying without refusing anything. */
export const NOTICE_MESSAGES = {
  columns_dropped: 'These columns are not taken over: {columns}',
  no_rows: 'The file has no rows',
  no_readings: 'The feed has no readings',
  gap: '{missing} intervals are missing between "{from}" and "{to}"',
  off_grid: 'The start "{value}" does not lie on the grid of {minutes} minutes',
  interval_assumed: 'Too few rows to tell the length of an interval; {minutes} minutes assumed',
  not_in_order: '{count} rows do not go on in the order of the file; gaps are not looked for at these',
  too_scattered: 'The rows are too scattered to keep in mind: past here a row that was read before cannot be told',
  ambiguous_local_time: '"{value}" happens twice in {zone}; taken as {taken}',
  rounded: '{count} values are finer than 1 {unit} and were rounded (half to even)',
  float_noise:
    '{count} values carry the noise of binary fractions (such as 0.16999999999999998) and were read without it',
  duplicate_check_stopped: 'Duplicates are looked for among the first {limit} rows only',
  duration_disagrees: '{column} says {stated} hours, the times say {seconds} seconds',
  weekday_disagrees: 'weekday says {stated}, the date is a {actual}',
  hour_disagrees: '{column} says {stated}, the time says {actual}',
  value_ignored: '{column} cannot be read and is left empty: "{value}"',
  years_repaired: '{count} rows had their years raised by 2000',
  demand_excluded: '{count} readings of power (demand) were left out: only energy and volume are taken',
  accumulation_excluded:
    '{count} readings were left out: they are register states or momentary values (accumulation {behaviour})',
  statistic_excluded:
    '{count} readings were left out: they are a statistic (data qualifier {qualifier}), not consumption',
  service_excluded: '{count} readings were left out: service category {kind} is not electricity, gas or water',
  links_assumed: '{count} readings have no working links; they were given to the only meter and type of the feed',
  currency_unknown: 'The currency code {code} is not known; costs carry no currency',
  currency_missing: 'The feed does not say in which currency its costs are',
  decimal_commas: '{count} numbers were written with a decimal comma',
} as const

export type NoticeCode = keyof typeof NOTICE_MESSAGES
export type ProblemParams = Readonly<Record<string, string | number>>

/** Control characters could forge log lines or drive a terminal; long text could fill a report. */
export function safeExcerpt(text: string, limit = 200): string {
  const cut = text.length > limit ? `${text.slice(0, limit - 1)}…` : text
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD')
}

function fill(template: string, params: ProblemParams): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

function safeParams(params: ProblemParams): ProblemParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? safeExcerpt(value, 80) : value]),
  )
}

/** Ends the reading of a row (`file: false`) or of the file (`file: true`); the readers turn it into a bad row. */
export class InputFault extends Error {
  readonly code: BadRowCode
  readonly params: ProblemParams
  readonly file: boolean
  line: number | null = null

  constructor(code: BadRowCode, params: ProblemParams = {}, file = false) {
    const safe = safeParams(params)
    super(fill(BAD_ROW_REASONS[code], safe))
    this.code = code
    this.params = safe
    this.file = file
  }

  at(line: number): this {
    this.line ??= line
    return this
  }
}

export function rowFault(code: BadRowCode, params: ProblemParams = {}): InputFault {
  return new InputFault(code, params)
}

export function fileFault(code: BadRowCode, params: ProblemParams = {}): InputFault {
  return new InputFault(code, params, true)
}

export function noticeMessage(code: NoticeCode, params: ProblemParams): { message: string; params: ProblemParams } {
  const safe = safeParams(params)
  return { message: fill(NOTICE_MESSAGES[code], safe), params: safe }
}
