tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/archives.html","Événements passés","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["sources.html","Sources et licences","",""]],
"mots":"actualit agenda autour bac cantin ceu collect commun conseil dechet demarch deplacent ecol encombrant enfant evenement feri jour licenc lign mairi mangent menu municipal ordur pas poubel publiqu recyclag repa restaurant scolair seanc sort sourc tout tri",
"ou":"0C 3C 3B 5D 4C 5B 5C 3B 2C 5C 6D 5B 4B 5C 4B 1C 5B 4B1B 7C 6B 6B 4B 4C 2C 5C 1C2B 5C 2A 5C 4C 4C 4C 2A 5B 7C 6B 5C"});
