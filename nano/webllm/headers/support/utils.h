// The runtime's sources include this file but use nothing of it.
#pragma once
