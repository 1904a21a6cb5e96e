/**
 * The shapes of the public contract that the panel shows; types only.
 *
 * @typedef {{ text: string, at?: string }} Post
 * @typedef {{ title?: string, organisation?: string, from?: string, to?: string, text?: string }} Position
 * @typedef {object} Fields
 * @property {string} [name]
 * @property {string} [headline]
 * @property {string} [about]
 * @property {string} [location]
 * @property {string} [pronouns]
 * @property {string[]} [links]
 * @property {Position[]} [experience]
 * @property {Position[]} [education]
 * @property {string[]} [skills]
 * @property {{ by?: string, text: string }[]} [recommendations]
 * @property {string[]} [featured]
 * @property {Post[]} [posts]
 * @property {Record<string, number>} [counts]
 *
 * @typedef {object} Extraction
 * @property {string} site
 * @property {string | null} language
 * @property {Fields} fields
 * @property {string[]} warnings
 * @property {{ name?: string, handle?: string, url?: string }} owner
 *
 * @typedef {{ id: string, name: string, definition?: string }} CatalogueValue
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} signal
 * @property {number} profile
 * @property {string} field
 * @property {number} start in code points
 * @property {string} quote
 * @property {string} prefix
 * @property {string} suffix
 * @property {string} note
 * @property {"concern" | "strength" | "evidence"} polarity
 *
 * @typedef {object} Signal
 * @property {string} id
 * @property {string} category
 * @property {string} title
 * @property {"ok" | "not_applicable" | "error"} status
 * @property {number | null} score
 * @property {string} why
 * @property {string | null} summary
 * @property {string[]} findings
 * @property {string | null} reason
 *
 * @typedef {{ score: number | null, low: number | null, high: number | null }} Score
 * @typedef {Score & { id: string, title: string, weight: number, signals: string[] }} Category
 *
 * @typedef {object} ValueRow
 * @property {string} id
 * @property {string} name
 * @property {boolean} declared
 * @property {number} weight
 * @property {number} claimed
 * @property {number} shown
 * @property {number} contradicted
 * @property {string[]} findings
 * @property {string} [declared_in]
 * @property {number | null} [match]
 *
 * @typedef {object} Suggestion
 * @property {string} id
 * @property {string} signal
 * @property {string} title
 * @property {string} detail
 * @property {string} field
 * @property {string} before
 * @property {string} after
 * @property {number} gain
 * @property {boolean} verified
 * @property {"edit" | "ask"} kind
 *
 * @typedef {object} Association
 * @property {string} name
 * @property {string} kind
 * @property {string} relation
 * @property {string} attachment
 * @property {number | null} fit
 *
 * @typedef {object} Report
 * @property {string} created_at
 * @property {{ version: string, rules: string, input: string }} engine
 * @property {string} language
 * @property {{ site: string, url?: string | null, language: string, fields: Fields, warnings: string[] }[]} profiles
 * @property {Score & { verdict: string, base?: number, status?: string }} overall
 * @property {Category[]} categories
 * @property {Signal[]} signals
 * @property {Finding[]} findings
 * @property {ValueRow[]} values
 * @property {Association[]} associations
 * @property {{ signal: string, points: number }[]} contributions
 * @property {Suggestion[]} suggestions
 */
export {};
