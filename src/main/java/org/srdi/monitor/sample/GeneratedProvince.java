package org.srdi.monitor.sample;

/**
 * What was generated.
 *
 * @param firms how many firms
 * @param history how many consolidated workbooks
 * @param inbox how many files of the last month
 */
public record GeneratedProvince(int firms, int history, int inbox) {

}
