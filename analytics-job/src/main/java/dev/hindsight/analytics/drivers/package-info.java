/** Why a seller is flagged: what its disputed orders have in common that its others have not. */
@NullMarked
package dev.hindsight.analytics.drivers;

import org.jspecify.annotations.NullMarked;
