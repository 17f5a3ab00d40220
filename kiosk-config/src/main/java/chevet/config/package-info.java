/** Configuration files: read strictly, every fault told at once with file, line and column. */
package chevet.config;
