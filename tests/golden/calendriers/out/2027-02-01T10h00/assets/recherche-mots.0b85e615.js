tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/archives.html","Événements passés","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["lieux/index.html","Lieux et équipements","","Salles, école, bibliothèque, déchetterie : horaires, tarifs et accès."],
["lieux/salle.html","Salle","Lieu",""],
["sources.html","Sources et licences","",""]],
"mots":"acc actualit agenda autour bac bibliothequ cantin ceu collect commun conseil dechet dechetteri demarch deplacent ecol encombrant enfant equipement evenement feri grand horair jour licenc lieu lign mairi mangent menu municipal ordur pas poubel publiqu recyclag repa restaurant sal scolair seanc sort sourc tarif tout tri",
"ou":"7B 0C 3C 3B 5D 7B 4C 5B 5C 3B 2C 5C 7B 6D 5B 4B3B 5C 4B 7C 1C 5B 8A 7B 4B1B 9C 7C 6B 6B 4B 4C 2C 5C 1C2B 5C 2A 5C 4C 4C 7B1C 4C 2A 5B 9C 7B 6B 5C"});
