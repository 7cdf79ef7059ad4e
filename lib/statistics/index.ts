/**
 * Figures of many people at once, from which nobody can be singled out: they alone stay when people are erased (LCK-11).
 */
export { listStatistics, type StatisticsPage } from './list-statistics.ts'
export { takeStatistics } from './take-statistics.ts'
