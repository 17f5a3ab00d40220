/**
 * The only door to FHIR: the hospital's server (R4, over HTTP) or a folder of resources, and what
 * their resources mean in our words. HAPI's types never leave it.
 */
package chevet.ward.fhir;
