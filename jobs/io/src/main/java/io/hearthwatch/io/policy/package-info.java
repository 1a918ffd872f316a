/** Policy files: read, checked, hashed, and carried in a bundle. */
package io.hearthwatch.io.policy;
