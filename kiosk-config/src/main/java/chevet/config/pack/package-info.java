/**
 * Objects: kept by their hash, within a quota, whole or not at all; and brought from elsewhere with
 * a proof for each part.
 */
package chevet.config.pack;
