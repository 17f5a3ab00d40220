/** Where things are: establishment, site, ward, bed, terminal. */
package chevet.model.place;
